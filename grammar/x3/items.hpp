#pragma once
// The rules of items, one for each form of docs/language.md, Items.

#include "grammar/x3/config.hpp"
#include "grammar/x3/terminals.hpp"

namespace grotius::grammar {

// Each begins with the word that decides, and is committed after it.
using DocumentRule = x3::rule<struct DocumentId, syntax::Document>;
using TypeRule = x3::rule<struct TypeId, syntax::TypeDeclaration>;
using IndividualsRule = x3::rule<struct IndividualsId, syntax::Individuals>;
using ParameterRule = x3::rule<struct ParameterId, syntax::Parameter>;
using FactRule = x3::rule<struct FactId, syntax::Fact>;
using DefinitionRule = x3::rule<struct DefinitionId, syntax::Definition>;
using ActionRule = x3::rule<struct ActionId, syntax::Action>;
using AttributionRule = x3::rule<struct AttributionId, syntax::Attribution>;
using NormRule = x3::rule<struct NormId, syntax::Norm>;
using PriorityRule = x3::rule<struct PriorityId, syntax::Priority>;
using IncompatibilityRule = x3::rule<struct IncompatibilityId, syntax::Incompatibility>;
using ConstraintRule = x3::rule<struct ConstraintId, syntax::Constraint>;
using ThesisRule = x3::rule<struct ThesisId, syntax::Thesis>;
using AcceptanceRule = x3::rule<struct AcceptanceId, syntax::Acceptance>;
using TolerationRule = x3::rule<struct TolerationId, syntax::Toleration>;
using SituationRule = x3::rule<struct SituationId, syntax::Situation>;
using QuestionRule = x3::rule<struct QuestionId, syntax::Question>;
using ModuleRule = x3::rule<struct ModuleId, syntax::ModuleHeader>;
using UsesRule = x3::rule<struct UsesId, std::vector<syntax::Name>>;
using EveryoneRule = x3::rule<struct EveryoneId, syntax::Everyone>;
using ItemRule = x3::rule<struct ItemId, syntax::Item>;
using LinesRule = x3::rule<struct LinesId, syntax::Situation>;
using LoneExpressionRule = x3::rule<struct LoneExpressionId, syntax::Expression>;
using LoneLinesRule = x3::rule<struct LoneLinesId, syntax::Situation>;

constexpr DocumentRule document = "document";
constexpr TypeRule type = "type";
constexpr IndividualsRule individuals = "individual";
constexpr ParameterRule parameter = "parameter";
constexpr FactRule fact = "fact";
constexpr DefinitionRule definition = "define";
constexpr ActionRule action = "action";
constexpr AttributionRule attribution = "attribution";
constexpr NormRule norm = "norm";
constexpr PriorityRule priority = "priority";
constexpr IncompatibilityRule incompatibility = "incompatible";
constexpr ConstraintRule constraint = "constraint";
constexpr ThesisRule thesis = "thesis";
constexpr AcceptanceRule acceptance = "acceptance";
constexpr TolerationRule toleration = "tolerate";
constexpr SituationRule situation = "situation";
constexpr QuestionRule question = "ask";
/// The header of a file.
constexpr ModuleRule module_header = "module";
/// `uses NAME, …` of a file without a module.
constexpr UsesRule uses = "uses";
/// An individual, or `every TYPE [except {…}]`.
constexpr EveryoneRule everyone = "everyone";
/// Any item but the module header. After a mistake it stands where parsing can go on, and the state
/// says `rejected`.
constexpr ItemRule item = "item";
/// The lines of a situation; fills its lines and individuals.
constexpr LinesRule lines = "lines";
/// An expression, and nothing else.
constexpr LoneExpressionRule lone_expression = "expression";
/// Lines, and nothing else.
constexpr LoneLinesRule lone_lines = "lines";

BOOST_SPIRIT_DECLARE(DocumentRule, TypeRule, IndividualsRule, ParameterRule, FactRule)
BOOST_SPIRIT_DECLARE(DefinitionRule, ActionRule, AttributionRule, NormRule, PriorityRule)
BOOST_SPIRIT_DECLARE(IncompatibilityRule, ConstraintRule, ThesisRule, AcceptanceRule)
BOOST_SPIRIT_DECLARE(TolerationRule, SituationRule, QuestionRule, ModuleRule, UsesRule)
BOOST_SPIRIT_DECLARE(EveryoneRule, ItemRule, LinesRule, LoneExpressionRule, LoneLinesRule)

}  // namespace grotius::grammar
