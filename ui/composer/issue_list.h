// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <vector>

#include "campaign/issue.h"
#include "items/issue_list_model.h"

class QListView;

namespace heliograph::ui {

class Label;

/// What is still open, as a panel over the page, opened from the footer: each line leads to its field by a click or
/// Enter. Escape and a click elsewhere close it.
class IssueList final : public QFrame {
  Q_OBJECT
 public:
  /// A hidden panel that will lie over `page`.
  explicit IssueList(QWidget* page);

  void setIssues(const std::vector<campaign::Issue>& issues);
  /// Opens the panel with its lower trailing corner above `anchor`; closes it if it is open.
  void toggleAbove(QWidget* anchor);

 Q_SIGNALS:
  void issueActivated(const heliograph::campaign::Issue& issue);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void place();
  void dismiss();
  void activate(const QModelIndex& index);

  items::IssueListModel m_model;
  Label* m_title;
  QListView* m_list;
  QWidget* m_anchor = nullptr;
};

}  // namespace heliograph::ui
