// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/variables.h"

namespace heliograph::providers {

bool repeatsForVariables(const QStringList& tokens) {
  return tokens.contains(QStringLiteral("Variable")) || tokens.contains(QStringLiteral("VariableNumber"));
}

QStringList templateVariablesOf(const TokenValues& values) {
  QStringList variables;
  for (int number = 1;; ++number) {
    const auto value = values.constFind(QStringLiteral("TemplateVariables.%1").arg(number));
    if (value == values.constEnd()) return variables;
    variables.append(*value);
  }
}

std::vector<TokenValues> forEachVariable(const TokenValues& values) {
  std::vector<TokenValues> each;
  int number = 0;
  for (const QString& variable : templateVariablesOf(values)) {
    TokenValues with = values;
    with.insert(QStringLiteral("Variable"), variable);
    with.insert(QStringLiteral("VariableNumber"), QString::number(++number));
    each.push_back(std::move(with));
  }
  return each;
}

}  // namespace heliograph::providers
