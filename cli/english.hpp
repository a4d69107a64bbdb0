#pragma once
// Plain English for prose about norms: lists, numbers, dates, nouns for the types of a file, and
// denials. Nothing here knows a model.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/date.hpp"

namespace grotius::cli {

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& items, std::string_view last = "and");

/// "1 649", with blanks at which no line is broken.
std::string spaced(std::int64_t number);

/// "24 March 1999"; "day N" outside the years 1 to 9999.
std::string in_words(Date date);

/// What an identifier says: "council resolution" of `CouncilResolution`, "ethnic cleansing" of
/// `ethnic_cleansing`.
std::string words_of(std::string_view identifier);

/// "states", "bodies", "churches".
std::string plural(std::string noun);

/// "a state", "an organisation".
std::string with_article(const std::string& noun);

/// "one state", "5 states".
std::string counted(std::int64_t number, const std::string& noun);

/// The denial of a sentence, by its own verb where that is plain ("{o} is a state" … "is not a
/// state"), else "it is not so that …". Takes a template before individuals are filled in, so that
/// no label is taken for a verb.
std::string denied(std::string_view sentence);

}  // namespace grotius::cli
