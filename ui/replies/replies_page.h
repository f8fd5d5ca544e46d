// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <functional>

#include "items/reply_list_model.h"
#include "ui/services.h"

class QStackedWidget;

namespace heliograph::ui {

class Button;
class IconButton;
class Label;
class PlainTable;
class SearchField;
class SegmentedChoice;

/// What people answered: read, told apart from what was read already, and the person unsubscribed or subscribed again.
class RepliesPage final : public QWidget {
  Q_OBJECT
 public:
  explicit RepliesPage(Services& services, QWidget* parent = nullptr);
  ~RepliesPage() override;

  /// Reads the replies again.
  void refresh();
  /// What going back leads to, for the button's name.
  void setBehind(const QString& words);
  void focusSearch();

 Q_SIGNALS:
  void leaveRequested();
  /// All that is known of somebody is to be shown.
  void personRequested(const QString& identity);
  void failed(const QString& why);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  using Act = std::function<Result<>(const delivery::ReplyRepository&, const delivery::ReplyRow&)>;

  enum Shown { AllReplies, UnreadReplies };
  enum Page { ListPage, NothingYetPage, NothingFoundPage };

  QWidget* makeRepliesBar();
  QWidget* makeReplyFoot();
  void makeReplyTable();
  [[nodiscard]] const delivery::ReplyRow* chosen() const;
  void showRows(const std::vector<delivery::ReplyRow>& replies, qint64 unread);
  void showChosen();
  void markAllRead();
  void act(const Act& act);
  void markRead(bool read);
  void changeSubscription();
  void openPerson();

  Services& m_services;
  items::ReplyListModel m_model;
  QTimer m_renewing;
  QTimer m_typing;
  quint64 m_asked = 0;
  IconButton* m_back;
  PlainTable* m_table;
  QStackedWidget* m_stack;
  Label* m_count;
  SegmentedChoice* m_shown;
  SearchField* m_search;
  Button* m_allRead;
  Label* m_text;
  Button* m_read;
  Button* m_subscription;
  Button* m_person;
};

}  // namespace heliograph::ui
