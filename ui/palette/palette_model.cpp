// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palette_model.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "ui/palette/fuzzy_match.h"

namespace heliograph::ui {

namespace {
/// What somebody can take in; whoever looks for more types another letter.
constexpr std::size_t kMostShown = 200;
}  // namespace

void PaletteModel::setEntries(std::vector<PaletteEntry> entries) {
  m_entries = std::move(entries);
  match();
}

void PaletteModel::addEntries(std::vector<PaletteEntry> entries) {
  std::move(entries.begin(), entries.end(), std::back_inserter(m_entries));
  match();
}

void PaletteModel::setTyped(const QString& typed) {
  if (typed == m_typed) return;
  m_typed = typed;
  match();
}

void PaletteModel::match() {
  std::vector<int> scores(m_entries.size());
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < m_entries.size(); ++i) {
    // What an entry is counts less than its name, so that "campaign" lists campaigns without hiding one of that name.
    const PaletteEntry& entry = m_entries[i];
    const int title = fuzzyMatch(m_typed, entry.title);
    scores[i] = title > 0 ? 2 * title : fuzzyMatch(m_typed, entry.title + QLatin1Char(' ') + entry.kind);
    if (scores[i] > 0) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](auto left, auto right) { return scores[left] > scores[right]; });
  if (order.size() > kMostShown) order.resize(kMostShown);
  beginResetModel();
  m_shown = std::move(order);
  endResetModel();
}

const PaletteEntry* PaletteModel::entry(const QModelIndex& index) const {
  return index.isValid() ? &m_entries[m_shown[static_cast<std::size_t>(index.row())]] : nullptr;
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const {
  const PaletteEntry* found = entry(index);
  return found != nullptr && found->run ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
  const PaletteEntry* found = entry(index);
  if (found == nullptr) return {};
  switch (role) {
    case Qt::DisplayRole:
      return found->title;
    case Qt::AccessibleTextRole:
      return QStringLiteral("%1, %2, %3").arg(found->title, found->kind, found->detail);
    case KindRole:
      return found->kind;
    case DetailRole:
      return found->detail;
    case IconRole:
      return static_cast<int>(found->icon);
    default:
      return {};
  }
}

}  // namespace heliograph::ui
