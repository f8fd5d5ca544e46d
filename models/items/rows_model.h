// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <algorithm>
#include <utility>
#include <vector>

namespace heliograph::items {

/// What a cell's word means; the numbers are those of the window's tones.
enum class RowTone { Neutral, Accent, Fine, Attention, Problem };

/// Roles that all tables here know.
namespace role {
inline constexpr int Raw = Qt::UserRole;       ///< the cell's value as it is, for sorting and code
inline constexpr int Tone = Qt::UserRole + 1;  ///< an int of RowTone
inline constexpr int Key = Qt::UserRole + 2;   ///< the row's identity, a qint64
}  // namespace role

/// A read-only table over a list of values, replaced as a whole. When the new rows are the same things in the same
/// order only their cells change, so that selection and scroll position stay.
template <class Row>
class RowsModel : public QAbstractTableModel {
 public:
  using QAbstractTableModel::QAbstractTableModel;

  void setRows(std::vector<Row> rows) {
    if (sameThings(rows)) {
      m_rows = std::move(rows);
      if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
      return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
  }

  [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
  /// The row as a value; it must exist.
  [[nodiscard]] const Row& row(int number) const { return m_rows.at(static_cast<std::size_t>(number)); }
  /// The number of the row of that identity; -1 when there is none.
  [[nodiscard]] int rowOf(qint64 wanted) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return key(row) == wanted; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
  }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const final {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
  }
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const final { return parent.isValid() ? 0 : columns(); }
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == role::Key) return key(row(index.row()));
    return cell(row(index.row()), index.column(), role);
  }
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const final {
    if (orientation != Qt::Horizontal || section < 0 || section >= columns()) return {};
    if (role == Qt::DisplayRole) return columnName(section);
    if (role == Qt::TextAlignmentRole && isFigure(section)) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
  }

 protected:
  /// Puts a newer state of the same thing into its row.
  void replaceRow(int number, Row row) {
    m_rows.at(static_cast<std::size_t>(number)) = std::move(row);
    Q_EMIT dataChanged(index(number, 0), index(number, columnCount() - 1));
  }

  [[nodiscard]] virtual int columns() const = 0;
  [[nodiscard]] virtual QString columnName(int column) const = 0;
  [[nodiscard]] virtual bool isFigure(int) const { return false; }
  [[nodiscard]] virtual qint64 key(const Row& row) const = 0;
  [[nodiscard]] virtual QVariant cell(const Row& row, int column, int role) const = 0;

 private:
  [[nodiscard]] bool sameThings(const std::vector<Row>& rows) const {
    return std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                      [this](const Row& a, const Row& b) { return key(a) == key(b); });
  }

  std::vector<Row> m_rows;
};

}  // namespace heliograph::items
