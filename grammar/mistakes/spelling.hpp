#pragma once
// Which word was meant.

#include <optional>
#include <vector>

#include "grammar/mistakes/expectations.hpp"
#include "grammar/x3/state.hpp"

namespace grotius::grammar {

/// The word among the candidates that was probably meant by `text`: misspelt, in capitals, or
/// another language's word for it.
std::optional<Word> meant(std::string_view text, const std::vector<Word>& candidates);

/// The words with which an operand of an expression can begin.
const std::vector<Word>& operand_words();
/// The words with which a line of a situation can begin.
const std::vector<Word>& line_words();
/// The words with which an item can begin.
const std::vector<Word>& item_words();

}  // namespace grotius::grammar
