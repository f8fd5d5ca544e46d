// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql_functions.h"

#include <sqlite3.h>

#include <string>
#include <string_view>
#include <vector>

#include "storage/folded_text.h"

namespace heliograph::storage {
namespace {

void giveText(sqlite3_context* context, const char* data, std::size_t size) {
  sqlite3_result_text64(context, data, size, SQLITE_TRANSIENT, SQLITE_UTF8);
}

void fold(sqlite3_context* context, int, sqlite3_value** values) {
  const auto* data = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
  if (data == nullptr) return sqlite3_result_null(context);
  const std::string_view text(data, static_cast<std::size_t>(sqlite3_value_bytes(values[0])));
  std::string folded;
  if (!foldText(text, folded)) return sqlite3_result_value(context, values[0]);
  giveText(context, folded.data(), folded.size());
}

std::vector<SqlFunctionSet>& addedFunctions() {
  static std::vector<SqlFunctionSet> added;
  return added;
}

}  // namespace

bool addSqlFunctions(SqlFunctionSet functions) {
  addedFunctions().push_back(functions);
  return true;
}

void registerSqlFunctions(sqlite3* handle) {
  sqlite3_create_function_v2(handle, "fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, &fold, nullptr, nullptr,
                             nullptr);
  for (const SqlFunctionSet functions : addedFunctions()) functions(handle);
}

}  // namespace heliograph::storage
