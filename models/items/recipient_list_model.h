// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/background.h"
#include "reports/report_repository.h"

namespace heliograph::items {

/// The recipients of a campaign's runs, loaded in pieces while somebody scrolls. Answers to an earlier query that come
/// late are dropped.
class RecipientListModel final : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Person, Address, State, Delivery, Reason, Provider, Parts, Updated, ColumnCount };

  RecipientListModel(const reports::ReportRepository& reports, Background& background, QObject* parent = nullptr);

  /// Begins anew with the first page of a query; `after` is ignored.
  void setQuery(const reports::RecipientQuery& query);
  /// Reads the first page anew; the rows stay until it is there.
  void reload();
  /// The row as a value; it must exist.
  [[nodiscard]] const reports::Recipient& row(int number) const { return m_rows.at(static_cast<std::size_t>(number)); }
  [[nodiscard]] bool isLoading() const { return m_loading; }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;
  [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

 Q_SIGNALS:
  void failed(const heliograph::Error& error);

 private:
  void read(OutboxId after);
  void append(quint64 generation, const Result<std::vector<reports::Recipient>>& page);

  const reports::ReportRepository& m_reports;
  Background& m_background;
  reports::RecipientQuery m_query;
  std::vector<reports::Recipient> m_rows;
  quint64 m_generation = 0;
  bool m_loading = false;
  bool m_renewing = false;  ///< the page under way takes the place of all rows
  bool m_complete = true;
};

}  // namespace heliograph::items
