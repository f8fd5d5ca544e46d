// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace heliograph::ui {

class ChoiceCard;

/// Two cards: people that are picked beforehand, or people as they act.
class WayCards final : public QWidget {
  Q_OBJECT
 public:
  explicit WayCards(QWidget* parent = nullptr);

  /// Chooses without a signal.
  void setLive(bool live);
  /// Greys people as they act and says why; an empty reason allows them.
  void setLiveBlockedBecause(const QString& why);
  void focusCurrent();

 Q_SIGNALS:
  /// The person chose the other one.
  void chosen(bool live);

 private:
  ChoiceCard* m_picked;
  ChoiceCard* m_live;
};

}  // namespace heliograph::ui
