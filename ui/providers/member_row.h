// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/provider.h"
#include "ui/providers/member_facts.h"
#include "ui/widgets/card.h"

namespace heliograph::ui {

/// One provider of a group with its place, where it sends and what that costs: moved by its grip, its arrows or Alt+Up
/// and Alt+Down, or taken out.
class MemberRow final : public Card {
  Q_OBJECT
 public:
  /// `countries` are those of the contacts, `now` is what "4 min ago" is counted from.
  MemberRow(int place, const providers::Provider& provider, const MemberFacts& facts,
            const std::vector<audience::CountryCount>& countries, const QDateTime& now, QWidget* parent = nullptr);

 Q_SIGNALS:
  /// By -1 up or by 1 down.
  void moveRequested(int by);
  /// The grip was let go there.
  void dropped(const QPoint& globalPosition);
  void removeRequested();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  bool m_dragged = false;
};

}  // namespace heliograph::ui
