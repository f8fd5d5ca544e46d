// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace heliograph::ui {

class Banner;
class LinkButton;

/// What came of the last thing done in the list, with a way back where there is one.
class HomeNotice final : public QWidget {
  Q_OBJECT
 public:
  explicit HomeNotice(QWidget* parent = nullptr);

  void say(const QString& text, bool undoable);

 Q_SIGNALS:
  void undoRequested();

 private:
  Banner* m_banner;
  LinkButton* m_undo;
};

}  // namespace heliograph::ui
