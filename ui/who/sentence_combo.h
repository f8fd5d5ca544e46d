// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace heliograph::ui {

/// A combo box that stands in a sentence: a pill or plain words, as wide as what it shows. The mouse wheel passes over
/// it, so that scrolling a page changes no rule.
class SentenceCombo final : public QComboBox {
  Q_OBJECT
 public:
  enum class Look { Pill, Words };

  explicit SentenceCombo(Look look, QWidget* parent = nullptr);

  /// What is shown while nothing of the list is chosen.
  void setFallbackText(const QString& text);
  /// Words that say better what is chosen than its entry in the list; none: the entry's.
  void setWording(const QString& words);
  /// The words shown: the entry's up to "…", behind which its value stands.
  [[nodiscard]] QString shownText() const;

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  void showPopup() override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  Look m_look;
  QString m_fallback;
  QString m_wording;
};

}  // namespace heliograph::ui
