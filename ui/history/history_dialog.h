// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPair>

#include "items/history_list_model.h"
#include "ui/services.h"

class QListView;

namespace heliograph::ui {

class Button;
class VersionComparison;

/// What a draft was before: its versions by day, one of them compared with what is shown now or with another one, and
/// the way back to it.
class HistoryDialog final : public QDialog {
  Q_OBJECT
 public:
  /// `shown` is the campaign as the composer shows it.
  HistoryDialog(Services& services, campaign::Campaign shown, QWidget* parent = nullptr);

 Q_SIGNALS:
  /// The person wants this version back; `words` name it: "today 14:02".
  void restoreRequested(const heliograph::campaign::Campaign& version, const QString& words);

 private:
  struct Found;
  void arrange();
  void load();
  void show(const Found& found);
  void follow();
  void restore();
  [[nodiscard]] QList<int> chosen() const;
  [[nodiscard]] QString nameOf(int version) const;

  Services& m_services;
  std::vector<campaign::SavedRevision> m_versions;  ///< newest first; the first one is what is shown now
  QList<QPair<campaign::Route, QString>> m_routes;
  items::HistoryListModel m_model;
  QListView* m_list;
  VersionComparison* m_comparison;
  Button* m_restore;
};

}  // namespace heliograph::ui
