// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "ui/who/reach_watch.h"

class QVBoxLayout;

namespace heliograph::ui {

class BigNumber;
class FactRow;
class Label;

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

 private:
  void showFacts(const audience::Reach& reach);
  void showSamples(const std::vector<audience::Profile>& samples);

  BigNumber* m_number;
  Label* m_why;
  QWidget* m_facts;
  FactRow* m_qualify;
  FactRow* m_noPhone;
  FactRow* m_invalid;
  FactRow* m_unsubscribed;
  FactRow* m_duplicate;
  FactRow* m_receive;
  Label* m_samplesTitle;
  QVBoxLayout* m_samples;
};

}  // namespace heliograph::ui
