// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/surface.h"

namespace heliograph::ui {

class Button;
class ElidedLabel;
class LinkButton;

/// The bar under a step: back at the left, what is still open, and the one button that leads on.
class ComposerFooter final : public Surface {
  Q_OBJECT
 public:
  explicit ComposerFooter(QWidget* parent = nullptr);

  void setBackVisible(bool visible);
  /// The button is named after the next step.
  void showNext(const QString& nextStep, int blockers);
  /// The button carries the number of people; `blockedBecause` empty enables it, else it stands beside it with a link
  /// to the place.
  void showPublish(qint64 people, const QString& blockedBecause);

 Q_SIGNALS:
  void backRequested();
  void nextRequested();
  /// The person wants to go to what stands in the way of publishing.
  void blockerRequested();
  /// The person wants to see what is open; `from` is the link that was used.
  void issuesRequested(QWidget* from);

 private:
  void showWhy(const QString& why);

  Button* m_back;
  LinkButton* m_issues;
  ElidedLabel* m_why;
  LinkButton* m_goThere;
  Button* m_next;
  Button* m_publish;
};

}  // namespace heliograph::ui
