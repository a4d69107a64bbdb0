; examples/intervention.norm and kosovo.case as one would write them for CLIPS: the same facts, definitions and norms,
; and the same question. Negation needs its strata spelt out: salience orders definitions, statuses of the duty to
; protect, norms, defeat and the answer. A norm of an action also counts for the actions that are it.

(defglobal ?*large-scale* = 1000)

(deftemplate vote (slot member) (slot resolution) (slot cast))

(deffacts situation
  (state china) (state france) (state russia) (state uk) (state usa) (state serbia)
  (actor china) (actor france) (actor russia) (actor uk) (actor usa) (actor serbia) (actor nato)
  (population kosovo_albanians)
  (permanent china) (permanent france) (permanent russia) (permanent uk) (permanent usa)
  (atrocity genocide) (atrocity war_crimes) (atrocity ethnic_cleansing) (atrocity crimes_against_humanity)
  (lives-in kosovo_albanians serbia)
  (suffers kosovo_albanians ethnic_cleansing)
  (deaths kosovo_albanians 2000)
  (unwilling serbia)
  (is military-intervention use-of-force)
  (asked military-intervention nato serbia))

; definitions
(deffunction votes-for (?r)
  (length$ (find-all-facts ((?v vote)) (and (eq ?v:resolution ?r) (eq ?v:cast in_favour)))))
(defrule vetoed (declare (salience 90)) (resolution ?r) (permanent ?m) (vote (member ?m) (resolution ?r) (cast against)) => (assert (vetoed ?r)))
(defrule adopted (declare (salience 80)) (resolution ?r) (not (vetoed ?r))
  (test (>= (votes-for ?r) 9)) => (assert (adopted ?r)))
(defrule grave-by-deaths (declare (salience 90)) (deaths ?p ?n) (test (>= ?n ?*large-scale*)) => (assert (grave-harm ?p)))
(defrule grave-by-crime (declare (salience 90)) (suffers ?p ?h) (atrocity ?h) => (assert (grave-harm ?p)))

; sovereign_responsibility, and whether the duty is breached: nothing opposes it
(defrule owed (declare (salience 70)) (state ?s) (lives-in ?p ?s) => (assert (obliged protect ?s ?p)))
(defrule breached (declare (salience 60)) (obliged protect ?s ?p) (not (done protect ?s ?p)) => (assert (breached protect ?s ?p)))

; which norms apply
(defrule prohibition-of-force (declare (salience 50)) (actor ?by) (state ?target) (not (consents ?target ?by))
  => (assert (applies prohibition-of-force forbid use-of-force ?by ?target)))
(defrule council-mandate (declare (salience 50)) (adopted ?r) (mandates ?r ?by ?target)
  => (assert (applies council-mandate permit use-of-force ?by ?target)))
(defrule residual-responsibility (declare (salience 50)) (actor ?by) (lives-in ?p ?target) (grave-harm ?p)
  (breached protect ?target ?p) (or (unwilling ?target) (unable ?target))
  => (assert (applies residual-responsibility permit military-intervention ?by ?target)))
(defrule lotus (declare (salience 50)) (actor ?by) (state ?target)
  => (assert (applies lotus permit use-of-force ?by ?target)))

; about the act itself, and about what it is
(defrule about-act (declare (salience 40)) (asked ?act ?by ?target) (applies ?norm ?modality ?act ?by ?target)
  => (assert (about ?norm ?modality ?act ?by ?target)))
(defrule about-kind (declare (salience 40)) (asked ?act ?by ?target) (is ?act ?general)
  (applies ?norm ?modality ?general ?by ?target) => (assert (about ?norm ?modality ?act ?by ?target)))

; council_mandate overrides prohibition_of_force; lotus is by default
(defrule overridden (declare (salience 30)) (about council-mandate ? $?act) => (assert (defeated prohibition-of-force ?act)))
(defrule gives-way (declare (salience 20)) (about ?norm forbid $?act) (not (defeated ?norm $?act)) => (assert (defeated lotus ?act)))
(defrule stands (declare (salience 10)) (about ?norm ?modality $?act) (not (defeated ?norm $?act))
  => (assert (stands ?modality ?act)))

(defrule contested (asked $?act) (stands permit $?act) (stands forbid $?act) => (printout t "contested" crlf))
(defrule forbidden (asked $?act) (not (stands permit $?act)) (stands forbid $?act) => (printout t "forbidden" crlf))
(defrule permitted (asked $?act) (stands permit $?act) (not (stands forbid $?act)) => (printout t "permitted" crlf))
(defrule silent (asked $?act) (not (stands permit $?act)) (not (stands forbid $?act)) => (printout t "silent" crlf))
