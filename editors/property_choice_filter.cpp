// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/property_choice_filter.h"

#include <vector>

#include "editors/property_choice_model.h"

namespace heliograph::editors {
namespace {

/// Case folded and without combining marks, with the index in the text that each unit comes from.
QString folded(const QString& text, std::vector<qsizetype>& origins) {
  QString out;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QString parts = QString(text[i]).normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar part : parts) {
      if (part.category() == QChar::Mark_NonSpacing) continue;
      out += part;
      origins.push_back(i);
    }
  }
  return out;
}

}  // namespace

void PropertyChoiceFilter::setText(const QString& text) {
  if (text == m_text) return;
  m_text = text;
  invalidateFilter();
}

std::pair<qsizetype, qsizetype> PropertyChoiceFilter::match(const QString& label, const QString& text) {
  std::vector<qsizetype> origins;
  std::vector<qsizetype> unused;
  const QString wanted = folded(text, unused);
  if (wanted.isEmpty()) return {-1, 0};
  const qsizetype at = folded(label, origins).indexOf(wanted);
  if (at < 0) return {-1, 0};
  const qsizetype begin = origins[static_cast<std::size_t>(at)];
  const qsizetype last = origins[static_cast<std::size_t>(at + wanted.size() - 1)];
  return {begin, last + 1 - begin};
}

bool PropertyChoiceFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  if (m_text.isEmpty()) return true;
  const QModelIndex index = sourceModel()->index(row, 0, parent);
  const QString label = index.data().toString();
  if (match(label, m_text).first >= 0) return true;
  const auto* choices = qobject_cast<const PropertyChoiceModel*>(sourceModel());
  return choices != nullptr && match(choices->choice(row).name, m_text).first >= 0;
}

}  // namespace heliograph::editors
