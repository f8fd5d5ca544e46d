// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QWidget>

#include "delivery/courier/sending_board.h"
#include "ui/theme/tone.h"

class QHBoxLayout;
class QProgressBar;

namespace heliograph::ui {

class Button;
class ElidedLabel;
class Label;
class LinkButton;
class RunActs;

/// One run on a strip: how fast, how far, how long still, who is unclear or was refused, and what can be done about it.
class RunStrip final : public QWidget {
  Q_OBJECT
 public:
  enum class Place { Window, Report };

  /// `prefix` begins the object names of its controls. In the window it names its campaign; on a report it doesn't, and
  /// offers to stop.
  RunStrip(RunActs& acts, Place place, const QString& prefix, QWidget* parent = nullptr);

  void show(const delivery::SendingLine& line);
  using QWidget::show;
  [[nodiscard]] const delivery::SendingLine& line() const { return m_line; }
  /// Adds a control at its end.
  void addControl(QWidget* control);

 Q_SIGNALS:
  void reportRequested(heliograph::CampaignId campaign);
  /// The people of one reason; an empty reason means all of that state.
  void peopleRequested(heliograph::CampaignId campaign, heliograph::delivery::RowState state, const QString& reason);
  /// Its secret or its account has to be looked at; none: whichever of the route.
  void providerRequested(heliograph::ProviderId provider);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  enum class Act { None, Pause, Resume, Release, Winner, Skip, Stop, Provider };
  struct Offer {
    Act act = Act::None;
    QString text;
  };
  /// What a button does, and when that became another thing under the pointer.
  struct Deed {
    Act act = Act::None;
    delivery::SendingLine line;
    QElapsedTimer changed;  ///< invalid: it never did while it was seen
  };

  void arrange(const QString& prefix);
  [[nodiscard]] Offer firstOffer() const;
  [[nodiscard]] Offer secondOffer() const;
  void connectAct(Button& button, Deed& deed);
  void offer(Button& button, Deed& deed, const Offer& offer);
  void perform(const Deed& deed);
  void showFigures();
  void openReasons();
  [[nodiscard]] std::vector<delivery::ReasonFigure> refusals() const;

  RunActs& m_acts;
  Place m_place;
  delivery::SendingLine m_line;
  Tone m_tone = Tone::Accent;
  QString m_prefix;
  QHBoxLayout* m_row;
  LinkButton* m_name;
  ElidedLabel* m_words;
  QProgressBar* m_bar;
  Label* m_figures;
  LinkButton* m_unclear;
  LinkButton* m_refused;
  Button* m_first;
  Button* m_second;
  Deed m_firstDeed;
  Deed m_secondDeed;
  Deed m_pressed;
};

}  // namespace heliograph::ui
