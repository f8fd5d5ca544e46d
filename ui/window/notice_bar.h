// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/theme/tone.h"

namespace heliograph::ui {

class Banner;

/// A short notice over the page, closed by the person. A newer one takes the place of an older one.
class NoticeBar final : public QWidget {
  Q_OBJECT
 public:
  explicit NoticeBar(QWidget* parent = nullptr);

  void say(const QString& text, Tone tone = Tone::Neutral);

 private:
  Banner* m_banner;
};

}  // namespace heliograph::ui
