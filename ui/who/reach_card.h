// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "audience/reachability.h"
#include "ui/who/reach_watch.h"

class QVBoxLayout;

namespace heliograph::ui {

class BigNumber;
class FactRow;
class Label;
class LinkButton;

/// How many will receive the message, why the others won't, and a few of them by name.
class ReachCard final : public QWidget {
  Q_OBJECT
 public:
  explicit ReachCard(QWidget* parent = nullptr);

  /// The old figures stay, greyed, until show() or clear().
  void setCounting();
  void show(const ReachView& view);
  void clear(const QString& why);
  using QWidget::show;

 Q_SIGNALS:
  /// The people behind a line are wanted: of one kind, or all who qualify.
  void peopleRequested(std::optional<heliograph::audience::Reachability> kind, const QString& title, qint64 people);
  /// Those with a number of one country are wanted; an empty one stands for numbers of none that is known.
  void countryRequested(const QString& country, bool isCovered, const QString& title, qint64 people);
  void personRequested(const heliograph::audience::Profile& person);
  void importRequested();

 private:
  void makeFacts();
  void lead(FactRow* line, std::optional<audience::Reachability> kind, const QString& title);
  void explain(const ReachView& view);
  void showFacts(const ReachView& view);
  void showDrawing(const ReachView& view);
  void showCountries(const ReachView& view);
  void showSamples(const std::vector<audience::Profile>& samples);

  BigNumber* m_number;
  Label* m_why;
  LinkButton* m_import;
  QWidget* m_facts;
  FactRow* m_qualify;
  FactRow* m_held;
  FactRow* m_heldByWorkspace;
  FactRow* m_noPhone;
  FactRow* m_invalid;
  FactRow* m_unsubscribed;
  FactRow* m_duplicate;
  FactRow* m_noProvider;
  FactRow* m_receive;   ///< everybody who can be texted, when nobody is left out by lot
  FactRow* m_could;     ///< else the same,
  FactRow* m_notDrawn;  ///< who is left out,
  FactRow* m_drawn;     ///< and who receives
  Label* m_countriesTitle;
  QVBoxLayout* m_countries;
  Label* m_samplesTitle;
  QVBoxLayout* m_samples;
  audience::Reach m_reach;
};

}  // namespace heliograph::ui
