#pragma once
// The mistakes that the grammar reports. docs/diagnostics/G.md has a section on each. A number is
// never used again.

#include "grammar/diagnostic.hpp"

namespace grotius::grammar::codes {

// What stands where.
inline constexpr Code reserved_word{"G001", "A word of the language as a name"};
inline constexpr Code unexpected{"G002", "Something that cannot stand here"};
inline constexpr Code misspelt_word{"G003", "A misspelt word of the language"};
inline constexpr Code clause_order{"G004", "A clause in the wrong order"};
inline constexpr Code clause_twice{"G005", "A clause twice"};
inline constexpr Code unclosed{"G006", "A parenthesis or brace that is not closed"};
inline constexpr Code incomplete{"G007", "An item that is not finished"};
inline constexpr Code missing_arguments{"G008", "An act or fact without its parentheses"};

// Characters and tokens.
inline constexpr Code unterminated_string{"G010", "A text in quotes that is not closed"};
inline constexpr Code unknown_escape{"G011", "An unknown sign after a backslash"};
inline constexpr Code impossible_date{"G012", "A date that does not exist"};
inline constexpr Code date_form{"G013", "A date in another form"};
inline constexpr Code integer_too_large{"G014", "A number that is too large"};
inline constexpr Code number_form{"G015", "A number in another form"};
inline constexpr Code foreign_sign{"G016", "A sign of other languages"};
inline constexpr Code unknown_character{"G017", "A character that means nothing here"};

// Expressions.
inline constexpr Code chained_comparison{"G020", "A chain of comparisons"};
inline constexpr Code doubtful_reach{"G021", "A quantifier whose reach is doubtful"};
inline constexpr Code membership_without_set{"G022", "`in` without a set"};

// Items.
inline constexpr Code clause_after_list{"G030", "A date or source after several entries"};
inline constexpr Code line_outside_situation{"G031", "A line outside a situation"};
inline constexpr Code module_not_first{"G032", "A module header that is not first"};
inline constexpr Code second_module{"G033", "A second module header"};
inline constexpr Code uses_not_first{"G034", "`uses` that is not first"};
inline constexpr Code unknown_answer{"G035", "An answer that is not known"};
inline constexpr Code closed_type_with_supertype{"G036", "A closed type with a supertype"};
inline constexpr Code definition_form{"G037", "A definition of the wrong form"};
inline constexpr Code value_in_unknown{"G038", "An unknown with a value"};

// Texts as a whole.
inline constexpr Code item_across_blocks{"G040", "An item across Markdown blocks"};
inline constexpr Code invalid_utf8{"G041", "A text that is not UTF-8"};
inline constexpr Code nul_byte{"G042", "A NUL byte"};
inline constexpr Code text_too_large{"G043", "A text that is too large"};
inline constexpr Code nested_too_deeply{"G044", "An expression nested too deeply"};
inline constexpr Code expression_too_long{"G045", "An expression that is too long"};
inline constexpr Code too_many{"G046", "Too many mistakes"};

}  // namespace grotius::grammar::codes
