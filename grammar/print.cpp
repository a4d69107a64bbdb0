#include "grammar/print.hpp"

#include <array>

#include "grammar/printing/writer.hpp"

namespace grotius::printing {

namespace {

using namespace syntax;

std::string_view word(Criterion criterion) {
  static constexpr std::array<std::string_view, 3> words{"lex_superior", "lex_specialis",
                                                         "lex_posterior"};
  return words[static_cast<std::size_t>(criterion)];
}

void write_module(std::string& out, const ModuleHeader& module) {
  out += "(module ";
  write(out, module.name);
  write_text(out, "title", module.title);
  write_clause(out, "uses", module.uses);
  write_clause(out, "includes", module.includes);
  write_in_force(out, module.in_force);
  if (!module.resolve_by.empty()) {
    out += clause;
    out += "(resolve-by";
    for (const Criterion criterion : module.resolve_by) {
      out += ' ';
      out += word(criterion);
    }
    out += ')';
  }
  write_clause(out, "ranks", module.ranks);
  out += ")\n";
}

}  // namespace
}  // namespace grotius::printing

namespace grotius {

std::string print(const syntax::File& file) {
  std::string out;
  if (file.module) printing::write_module(out, *file.module);
  if (!file.uses.empty()) {
    printing::write_list(out, "uses", file.uses);
    out += '\n';
  }
  for (const syntax::Item& item : file.items) {
    if (!out.empty()) out += '\n';
    printing::write(out, item);
    out += '\n';
  }
  return out;
}

}  // namespace grotius
