// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "items/found_people_model.h"

namespace heliograph::ui {

class PlainTable;

/// The list of people: several can be selected, and the selection stays when the list is read again.
class PeopleTable final : public QWidget {
  Q_OBJECT
 public:
  explicit PeopleTable(items::FoundPeopleModel& model, QWidget* parent = nullptr);

  [[nodiscard]] std::vector<audience::Profile> selected() const;
  /// Selects this person; false if they aren't loaded.
  bool select(ProfileId person);

 Q_SIGNALS:
  void selectionChanged();
  /// Enter or a double click.
  void activated();
  void menuRequested(const QPoint& globalPos);
  void removeRequested();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void remember();
  void restore();
  void selectRow(int row);

  items::FoundPeopleModel& m_model;
  PlainTable* m_view;
  std::vector<ProfileId> m_kept;
  bool m_restoring = false;
};

}  // namespace heliograph::ui
