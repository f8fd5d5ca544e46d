// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <vector>

#include "audience/people/people_finder.h"
#include "core/background.h"
#include "core/error.h"
#include "items/rows_model.h"

namespace heliograph::items {

/// People whom a search finds, or everybody, loaded in pieces while somebody scrolls. A search that is typed on is
/// cancelled, and its answer dropped.
class FoundPeopleModel final : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Name, Identity, Phone, Country, State, ColumnCount };

  FoundPeopleModel(std::shared_ptr<audience::PeopleFinder> finder, Background& background, QObject* parent = nullptr);
  ~FoundPeopleModel() override;

  /// Begins anew; the rows before stay until the first page is there.
  void search(const QString& text);
  /// Searches for the same again.
  void reload();
  /// Reads these people again, and takes out who is gone.
  void renew(const std::vector<ProfileId>& people);
  [[nodiscard]] const QString& text() const { return m_text; }
  /// The first page isn't there yet.
  [[nodiscard]] bool isSearching() const { return m_searching; }

  /// The row as a value; it must exist.
  [[nodiscard]] const audience::Profile& row(int number) const { return m_rows.at(static_cast<std::size_t>(number)); }
  /// The row of a person; -1 if they aren't loaded.
  [[nodiscard]] int rowOf(ProfileId person) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;
  [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

 Q_SIGNALS:
  /// The first page of a search is there.
  void answered();
  void failed(const heliograph::Error& error);

 private:
  using Page = audience::PeopleFinder::Page;
  void read(ProfileId after);
  void take(ProfileId after, const Result<Page>& page);
  void replace(const std::vector<ProfileId>& people, const std::vector<audience::Profile>& now);

  std::shared_ptr<audience::PeopleFinder> m_finder;
  Background& m_background;
  std::vector<audience::Profile> m_rows;
  QString m_text;
  ProfileId m_last;
  CancelToken m_cancel;
  quint64 m_generation = 0;
  bool m_searching = false;
  bool m_loading = false;
  bool m_complete = true;
};

/// Whether somebody can be texted, in a word or two: "Reachable", "Unsubscribed", "No number".
[[nodiscard]] QString standingWords(const audience::Profile& person);
[[nodiscard]] RowTone standingTone(const audience::Profile& person);

}  // namespace heliograph::items
