// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/campaign_autosave.h"

namespace heliograph::ui {

class Banner;
class Button;

/// The strip that says when a draft is not saved and what can be done, or that publishing did not work. Hidden
/// otherwise.
class SaveBanner final : public QWidget {
  Q_OBJECT
 public:
  explicit SaveBanner(CampaignAutosave& autosave, QWidget* parent = nullptr);

  /// Says something until it is closed.
  void showProblem(const QString& text);

 private:
  void refresh();

  CampaignAutosave& m_autosave;
  Banner* m_banner;
  Button* m_retry;
  Button* m_keepMine;
  Button* m_takeTheirs;
  Button* m_close;
};

}  // namespace heliograph::ui
