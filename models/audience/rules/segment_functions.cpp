// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/segment_functions.h"

#include <sqlite3.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <memory>
#include <optional>
#include <utility>

#include "audience/rules/exact_sum.h"
#include "audience/rules/list_value.h"
#include "audience/rules/near_test.h"
#include "audience/rules/text_pattern.h"

namespace heliograph::audience {
namespace {

QByteArray bytesOf(sqlite3_value* value) {
  const auto* data = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return {data, data == nullptr ? 0 : static_cast<qsizetype>(sqlite3_value_bytes(value))};
}

QString textOf(sqlite3_value* value) {
  return QString::fromUtf8(bytesOf(value));
}

bool isNull(sqlite3_value* value) {
  return sqlite3_value_type(value) == SQLITE_NULL;
}

std::optional<double> realOf(sqlite3_value* value) {
  if (isNull(value)) return std::nullopt;
  return sqlite3_value_double(value);
}

/// What an argument that is the same in every row was turned into: made once a statement.
template <class T, class Make>
const T* keptFor(sqlite3_context* context, sqlite3_value** values, int argument, const Make& make) {
  if (const auto* kept = static_cast<const T*>(sqlite3_get_auxdata(context, argument))) return kept;
  auto made = std::make_unique<T>(make(values[argument]));
  const T* raw = made.get();
  sqlite3_set_auxdata(context, argument, made.release(), [](void* old) { delete static_cast<T*>(old); });
  // SQLite may have thrown it away at once, when memory is short.
  return sqlite3_get_auxdata(context, argument) == nullptr ? nullptr : raw;
}

struct SumState {
  ExactSum sum;
  std::int64_t count = 0;
};

/// SQLite keeps only the pointer: its memory isn't aligned for wide numbers.
SumState** sumOf(sqlite3_context* context, int bytes) {
  return static_cast<SumState**>(sqlite3_aggregate_context(context, bytes));
}

void addToSum(sqlite3_context* context, int, sqlite3_value** values) {
  SumState** state = sumOf(context, sizeof(SumState*));
  if (state == nullptr) return sqlite3_result_error_nomem(context);
  if (*state == nullptr) *state = new SumState;
  ++(*state)->count;
  if (const auto value = realOf(values[0])) (*state)->sum.add(*value);
}

SumState takeSum(sqlite3_context* context) {
  SumState** state = sumOf(context, 0);
  if (state == nullptr || *state == nullptr) return {};
  const std::unique_ptr<SumState> taken(std::exchange(*state, nullptr));
  return *taken;
}

void giveSum(sqlite3_context* context) {
  sqlite3_result_double(context, takeSum(context).sum.sum());
}

void giveAverage(sqlite3_context* context) {
  const SumState state = takeSum(context);
  sqlite3_result_double(context, state.sum.average(state.count));
}

void patternFound(sqlite3_context* context, int, sqlite3_value** values) {
  if (isNull(values[0])) return sqlite3_result_null(context);
  const auto* pattern = keptFor<std::optional<TextPattern>>(context, values, 1, [](sqlite3_value* value) {
    auto compiled = TextPattern::compile(textOf(value));
    return compiled ? std::optional(std::move(*compiled)) : std::nullopt;
  });
  if (pattern == nullptr || !*pattern) return sqlite3_result_error(context, "not a pattern", -1);
  sqlite3_result_int(context, (*pattern)->isFoundIn(textOf(values[0])) ? 1 : 0);
}

void listCount(sqlite3_context* context, int, sqlite3_value** values) {
  if (isNull(values[0])) return sqlite3_result_null(context);
  const auto* wanted =
      keptFor<QStringList>(context, values, 1, [](sqlite3_value* value) { return listElements(bytesOf(value)); });
  if (wanted == nullptr) return sqlite3_result_error_nomem(context);
  const QStringList elements = listElements(bytesOf(values[0]));
  int found = 0;
  for (const QString& each : *wanted) found += elements.contains(each) ? 1 : 0;
  sqlite3_result_int(context, found);
}

void livesNear(sqlite3_context* context, int, sqlite3_value** values) {
  const auto* test =
      keptFor<NearTest>(context, values, 5, [](sqlite3_value* value) { return NearTest::fromText(bytesOf(value)); });
  if (test == nullptr) return sqlite3_result_error_nomem(context);
  const HomeFields home{realOf(values[0]), realOf(values[1]), textOf(values[2]), textOf(values[3]), textOf(values[4])};
  sqlite3_result_int(context, test->holds(home) ? 1 : 0);
}

}  // namespace

void registerSegmentFunctions(sqlite3* handle) {
  constexpr int plain = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
  const auto function = [&](const char* name, int arguments, auto* call) {
    sqlite3_create_function_v2(handle, name, arguments, plain, nullptr, call, nullptr, nullptr, nullptr);
  };
  const auto aggregate = [&](const char* name, auto* end) {
    sqlite3_create_function_v2(handle, name, 1, plain, nullptr, nullptr, &addToSum, end, nullptr);
  };
  aggregate("exact_sum", &giveSum);
  aggregate("exact_average", &giveAverage);
  function("pattern_found", 2, &patternFound);
  function("list_count", 2, &listCount);
  function("lives_near", 6, &livesNear);
}

}  // namespace heliograph::audience
