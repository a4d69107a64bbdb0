#pragma once
// The families of expressions, between the files that resolve them. Private to the folder.

#include <optional>

#include "engine/model/resolver.hpp"

namespace grotius::model {

// Names and acts (resolve_applications.cpp)

/// A variable, an individual, a parameter; a fact or definition with its arguments.
std::optional<Expr> application(Resolver& resolver, const syntax::Expression& expression, const syntax::Application& written, Environment& environment);
/// `permitted A(…) under M`, `done A(…)`, …
std::optional<Expr> deontic(Resolver& resolver, const syntax::Expression& expression, const syntax::Deontic& written, Environment& environment);

// Values (resolve_comparisons.cpp)

/// `=`, `!=`, `<`, `<=`, `>`, `>=`
std::optional<Expr> comparison(Resolver& resolver, const syntax::Expression& expression, const syntax::Binary& written, Environment& environment);
std::optional<Expr> membership(Resolver& resolver, const syntax::Expression& expression, const syntax::Membership& written, Environment& environment);
std::optional<Expr> type_test(Resolver& resolver, const syntax::Expression& expression, const syntax::TypeTest& written, Environment& environment);
/// `+`, `-`, `*`; constants are computed.
std::optional<Expr> arithmetic(Resolver& resolver, const syntax::Expression& expression, const syntax::Binary& written, Environment& environment);

}  // namespace grotius::model
