// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <map>
#include <vector>

#include "delivery/courier/sending_board.h"

class QVBoxLayout;

namespace heliograph::ui {

class LinkButton;
class RunActs;
class RunStrip;

/// What is being sent, over every page: a strip for the run that matters most, the others behind "2 more". Hidden when
/// nothing is going on; fades in unless motion is unwanted.
class SendingBar final : public QWidget {
  Q_OBJECT
 public:
  SendingBar(const delivery::SendingBoard& board, RunActs& acts, QWidget* parent = nullptr);

  /// The campaign whose report is open: it has its strip there.
  void setShownElsewhere(CampaignId campaign);
  /// Puts the keyboard on the first strip's act; does nothing while hidden.
  void focusFirst();

 Q_SIGNALS:
  void reportRequested(heliograph::CampaignId campaign);
  void peopleRequested(heliograph::CampaignId campaign, heliograph::delivery::RowState state, const QString& reason);
  void providerRequested(heliograph::ProviderId provider);
  /// More are going on than fit here.
  void listRequested();

 private:
  void refresh();
  void showStrips(const std::vector<delivery::SendingLine>& lines);
  void showMore(int total);
  [[nodiscard]] RunStrip* makeStrip();

  const delivery::SendingBoard& m_board;
  RunActs& m_acts;
  CampaignId m_elsewhere;
  bool m_open = false;
  std::vector<RunStrip*> m_strips;  ///< from above
  QVBoxLayout* m_column;
  LinkButton* m_more;
  LinkButton* m_rest;
};

}  // namespace heliograph::ui
