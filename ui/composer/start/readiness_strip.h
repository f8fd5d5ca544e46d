// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>

#include "ui/theme/tone.h"

namespace heliograph::ui {

class IconMark;
class Label;
class LinkButton;

/// One line at the foot of Start: whether there is somebody to send to, something to send with, and a price for it.
/// What is missing has a link that mends it.
class ReadinessStrip final : public QWidget {
  Q_OBJECT
 public:
  enum Part { Contacts, Provider, Prices, PartCount };

  explicit ReadinessStrip(QWidget* parent = nullptr);

  /// Says how a part stands; `mend` names the link, empty for none. A part without words isn't shown.
  void set(Part part, const QString& words, Tone tone, const QString& mend = {}, const QString& toolTip = {});

 Q_SIGNALS:
  void mendRequested(int part);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Line {
    QWidget* box = nullptr;
    IconMark* mark = nullptr;
    Label* words = nullptr;
    LinkButton* mend = nullptr;
  };

  std::array<Line, PartCount> m_lines;
};

}  // namespace heliograph::ui
