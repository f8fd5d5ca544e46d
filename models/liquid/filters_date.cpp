// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>

#include "liquid/date_reader.h"
#include "liquid/filter.h"
#include "liquid/strftime_format.h"
#include "liquid/time_zone.h"
#include "liquid/value_text.h"

namespace heliograph::liquid {

namespace {

Value formatted(FilterContext& context, std::string_view format, const Moment& moment) {
  Scratch& scratch = context.scratch;
  std::string text;
  TextSink sink{text, scratch.remaining()};
  if (!appendFormatted(sink, format, moment, scratch.limits().dateWidth)) {
    return scratch.fail("A date format ends in the middle of a conversion; write %% for a percent sign.");
  }
  if (sink.full) {
    return scratch.fail("The message builds texts or lists that are too large.");
  }
  scratch.chargeText(format.size() + text.size());
  return scratch.copy(text);
}

Value date(FilterContext& context, const Value& input, Arguments arguments) {
  const std::string_view format = textOf(arguments[0], context.scratch);
  if (format.empty()) {
    return input;
  }
  // Reading words is slow work for their length.
  context.scratch.charge(input.isString() ? input.size() / 16 : 0);
  const auto moment = readDate(input, {context.now, context.zone});
  return moment ? formatted(context, format, *moment) : input;
}

Value dateInZone(FilterContext& context, const Value& input, Arguments arguments) {
  const std::string_view format = textOf(arguments[0], context.scratch);
  const std::string_view name = textOf(arguments[1], context.scratch);
  const auto zone = TimeZone::load(name);
  if (zone == nullptr) {
    return context.scratch.fail("There is no time zone “" + std::string(name.substr(0, 64)) +
                                "”. Name it by region and city, like Europe/Berlin.");
  }
  const auto moment = format.empty() ? std::nullopt : readDate(input, {context.now, context.zone});
  if (!moment) {
    return input;
  }
  Moment there = momentIn(zone.get(), moment->seconds);
  there.nanoseconds = moment->nanoseconds;
  return formatted(context, format, there);
}

constexpr std::array dateFilterTable = {
    FilterSpec{"date", date, 1, 1},
    FilterSpec{"date_tz", dateInZone, 2, 2, {}, true},
};

}  // namespace

std::span<const FilterSpec> dateFilters() {
  return dateFilterTable;
}

}  // namespace heliograph::liquid
