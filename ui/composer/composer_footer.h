// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/surface.h"

namespace heliograph::ui {

class Button;
class LinkButton;

/// The bar under a step: back at the left, what is still open, and the one button that leads on.
class ComposerFooter final : public Surface {
  Q_OBJECT
 public:
  explicit ComposerFooter(QWidget* parent = nullptr);

  void setBackVisible(bool visible);
  /// The button is named after the next step.
  void showNext(const QString& nextStep, int blockers);
  /// The button carries the number of people; `blockedBecause` empty enables it.
  void showPublish(qint64 people, const QString& blockedBecause);

 Q_SIGNALS:
  void backRequested();
  void nextRequested();
  /// The person wants to see what is open; `from` is the link that was used.
  void issuesRequested(QWidget* from);

 private:
  Button* m_back;
  LinkButton* m_issues;
  Button* m_next;
  Button* m_publish;
};

}  // namespace heliograph::ui
