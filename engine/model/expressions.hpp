#pragma once
// The families of expressions, between the files that resolve them. Each fills a new node, and says
// whether all is well. Private to the folder.

#include "engine/model/resolver.hpp"

namespace grotius::model {

// Names and acts (resolve_applications.cpp)

/// A variable, an individual, a parameter; a fact or definition with its arguments.
bool application(Resolver& resolver, const syntax::Expression& expression,
                 const syntax::Application& written, Environment& environment, Expr& out);
/// `permitted A(…) under M`, `done A(…)`, …
bool deontic(Resolver& resolver, const syntax::Expression& expression,
             const syntax::Deontic& written, Environment& environment, Expr& out);

// Values (resolve_comparisons.cpp)

/// `=`, `!=`, `<`, `<=`, `>`, `>=`
bool comparison(Resolver& resolver, const syntax::Expression& expression,
                const syntax::Binary& written, Environment& environment, Expr& out);
bool membership(Resolver& resolver, const syntax::Expression& expression,
                const syntax::Membership& written, Environment& environment, Expr& out);
bool type_test(Resolver& resolver, const syntax::Expression& expression,
               const syntax::TypeTest& written, Environment& environment, Expr& out);
/// `+`, `-`, `*`; constants are computed.
bool arithmetic(Resolver& resolver, const syntax::Expression& expression, Environment& environment,
                Expr& out);

}  // namespace grotius::model
