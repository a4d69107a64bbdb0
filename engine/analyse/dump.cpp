#include "engine/analyse/dump.hpp"

#include <fmt/format.h>

#include "engine/analyse/inquiry.hpp"
#include "engine/ground/print.hpp"

namespace grotius::analyse {

namespace {

bool prepare(Inquiry& inquiry, Worlds& worlds, const model::Question& question, bool open,
             Diagnostics& diagnostics) {
  auto world = worlds.world(question, diagnostics);
  if (!world) return false;
  inquiry.world = std::move(*world);
  return ground_question(inquiry, question, open, diagnostics);
}

std::string roots(const Inquiry& inquiry) {
  auto line = [](std::string_view name, ground::NodeId node) {
    return fmt::format("{} n{}\n", name, ground::index(node));
  };
  if (inquiry.condition) return line("holds", *inquiry.condition);
  const ground::ActStatus& status = *inquiry.status;
  std::string text;
  for (const ground::Instance& instance : status.instances)
    text +=
        fmt::format("{} applies n{} stands n{}\n", inquiry.world.model->qualified(instance.norm),
                    ground::index(instance.applies), ground::index(instance.stands));
  return text + line("permitted", status.permitted) + line("forbidden", status.forbidden) +
         line("contested", status.contested) + line("silent", status.silent) +
         line("obliged", status.obliged) + line("exempt", status.exempt) +
         line("empowered", status.empowered) + line("disabled", status.disabled);
}

}  // namespace

std::optional<std::string> dump_ground(Worlds& worlds, const model::Question& question, bool open,
                                       Diagnostics& diagnostics) {
  Inquiry inquiry;
  if (!prepare(inquiry, worlds, question, open, diagnostics)) return std::nullopt;
  std::string text = print(inquiry.world, inquiry.program) + roots(inquiry);
  for (const Requirement& requirement : inquiry.requirements)
    text += fmt::format("required n{}\n", ground::index(requirement.node));
  return text;
}

std::optional<std::string> dump_smt2(Worlds& worlds, const model::Question& question, bool open,
                                     Diagnostics& diagnostics) {
  Inquiry inquiry;
  if (!prepare(inquiry, worlds, question, open, diagnostics)) return std::nullopt;
  std::vector<ground::NodeId> asserted = inquiry.required();
  asserted.push_back(inquiry.condition ? *inquiry.condition : inquiry.status->permitted);
  return solve::to_smt2(inquiry.program, inquiry.knowledge, asserted);
}

}  // namespace grotius::analyse
