// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/providers/member_facts.h"
#include "ui/widgets/card.h"

class QHBoxLayout;

namespace heliograph::ui {

/// One provider of a group with its place, where it sends, what that costs and what came of its last test: moved by its
/// grip or Alt+Up and Alt+Down, tested, or taken out.
class MemberRow final : public Card {
  Q_OBJECT
 public:
  /// `countries` are those of the contacts, `now` is what "4 min ago" is counted from.
  MemberRow(int place, const MemberFacts& facts, const std::vector<audience::CountryCount>& countries,
            const QDateTime& now, QWidget* parent = nullptr);

 Q_SIGNALS:
  /// By -1 up or by 1 down.
  void moveRequested(int by);
  /// The grip is held there, or was let go there.
  void carried(const QPoint& globalPosition);
  void dropped(const QPoint& globalPosition);
  void testRequested();
  void removeRequested();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QHBoxLayout* makeFacts(int place, const MemberFacts& facts);
  QHBoxLayout* makeState(int place, const MemberFacts& facts, const QStringList& told, const QStringList& warnings);

  bool m_dragged = false;
};

}  // namespace heliograph::ui
