#pragma once
// How mistakes are worded: what was found, what could stand there, and what an item is called.

#include <string>
#include <string_view>
#include <vector>

#include "grammar/mistakes/expectations.hpp"
#include "grammar/x3/state.hpp"

namespace grotius::grammar {

/// "`forbids`", "the text \"…\"", "the end of the text".
std::string found(const State& state, const Token& token);

/// "norm", "question", "line": what begins with the word.
std::string_view kind_of_item(Word word);

/// What could stand at a place of an item, each in words; operators, modalities and items are told
/// as groups.
std::vector<std::string> phrases(const Expectations& expected, Word item);

/// "A, B or C".
std::string either(const std::vector<std::string>& alternatives);

/// All words among what is expected.
std::vector<Word> words_of(const Expectations& expected);

/// Whether the name of something is expected, and what it is called: "the name of a norm".
std::string_view name_wanted(const Expectations& expected);

}  // namespace grotius::grammar
