// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/nearest_name.h"

#include <string>
#include <vector>

#include "liquid/nearest.h"

namespace heliograph::providers {

QString nearestName(const QString& word, const QStringList& names) {
  std::vector<std::string> texts;
  for (const QString& name : names) texts.push_back(name.toStdString());
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  const std::string_view found = liquid::nearest(word.toStdString(), views);
  return QString::fromUtf8(found.data(), static_cast<qsizetype>(found.size()));
}

}  // namespace heliograph::providers
