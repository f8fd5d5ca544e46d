// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/campaign_autosave.h"
#include "ui/theme/icons.h"
#include "ui/theme/tone.h"

namespace heliograph::ui {

class Banner;
class Button;

/// The strip under the header that says when a draft is not saved and what can be done, when another window works on
/// the same draft, or that publishing did not work. What needs an answer stands before what is only said. Hidden
/// otherwise.
class SaveBanner final : public QWidget {
  Q_OBJECT
 public:
  explicit SaveBanner(CampaignAutosave& autosave, QWidget* parent = nullptr);

  /// Says something until it is closed.
  void showProblem(const QString& text);
  void showNote(const QString& text);
  /// Takes back what showNote() says, if it says this.
  void takeBack(const QString& text);

 Q_SIGNALS:
  /// The person wants to see how the two versions differ.
  void compareRequested();

 private:
  struct Said {
    QString text;
    Tone tone = Tone::Neutral;
  };
  void refresh();
  void display(Tone tone, Icon icon, const QString& text);

  CampaignAutosave& m_autosave;
  Banner* m_banner;
  Button* m_retry;
  Button* m_compare;
  Button* m_takeTheirs;
  Button* m_keepMine;
  Button* m_close;
  Said m_said;
};

/// "Changed in another window at 14:02."
[[nodiscard]] QString changedElsewhereWords(const QDateTime& at);

}  // namespace heliograph::ui
