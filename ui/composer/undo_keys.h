// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace heliograph::ui {

/// Leaves the keys of undo and redo to the window while the focus is in a line inside `page`: a line's own history
/// would know nothing of the rest of the campaign.
class UndoKeys final : public QObject {
  Q_OBJECT
 public:
  explicit UndoKeys(QWidget& page);

  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget& m_page;
};

}  // namespace heliograph::ui
