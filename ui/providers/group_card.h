// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "providers/routes/provider_group.h"

namespace heliograph::ui {

class IconButton;

/// A provider group in the list of them: its name, how many providers it has and what uses it. Checked when it is the
/// one that is shown; several make a QButtonGroup.
class GroupCard final : public QAbstractButton {
  Q_OBJECT
 public:
  /// `campaigns` is how many drafts and campaigns name it.
  GroupCard(const providers::ProviderGroup& group, qsizetype campaigns, QWidget* parent = nullptr);

  [[nodiscard]] GroupId id() const { return m_id; }

 Q_SIGNALS:
  /// What can be done with it is asked for there.
  void menuRequested(const QPoint& globalPosition);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void arrange(const providers::ProviderGroup& group, const QString& words);
  void requestMenu();

  GroupId m_id;
  IconButton* m_more;
};

}  // namespace heliograph::ui
