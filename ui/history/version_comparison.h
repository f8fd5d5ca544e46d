// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "campaign/campaign_difference.h"

class QVBoxLayout;

namespace heliograph::ui {

class ElidedLabel;
class Label;

/// Two versions of a campaign side by side, field by field, the older one at the leading side. Words that went are
/// struck through, words that came are underlined.
class VersionComparison final : public QWidget {
  Q_OBJECT
 public:
  explicit VersionComparison(QWidget* parent = nullptr);

  /// `older` and `newer` name the versions.
  void compare(const QString& older, const QString& newer, std::vector<campaign::FieldDifference> differences);
  /// Shows a sentence instead.
  void say(const QString& text);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();
  [[nodiscard]] QWidget* makeField(const campaign::FieldDifference& difference);

  ElidedLabel* m_older;
  ElidedLabel* m_newer;
  Label* m_sentence;
  QWidget* m_heads;
  QVBoxLayout* m_fields;
  std::vector<campaign::FieldDifference> m_differences;
};

}  // namespace heliograph::ui
