// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <functional>
#include <vector>

#include "audience/property_values.h"

class QAction;
class QCompleter;
class QPainter;
class QStandardItemModel;

namespace heliograph::ui {

/// The value of a rule, or several with commas between them: pills while it is read, a line to type in while it is
/// edited, completed from what people have.
class ValuesField final : public QLineEdit {
  Q_OBJECT
 public:
  explicit ValuesField(QWidget* parent = nullptr);

  /// Whether a comma parts values.
  void setSeveral(bool several) { m_several = several; }
  /// As wide as what it shows: in a sentence.
  void setFitting(bool fitting);
  /// A day, read as people write it while it isn't edited, and chosen from a calendar (Down).
  void setDay(bool day);
  void setValues(const QStringList& values);
  [[nodiscard]] QStringList values() const;
  /// What the figures beside the values count.
  enum class Counted { People, Times, Nothing };
  /// What can be completed, with how many people have it.
  void offer(const std::vector<audience::CommonValue>& values, Counted counted = Counted::People);
  /// What can be completed is asked for by what was typed, instead.
  using Source = std::function<std::vector<audience::CommonValue>(const QString& typed)>;
  void setSource(Source source) { m_source = std::move(source); }

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 Q_SIGNALS:
  /// The person typed or chose something.
  void edited();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void complete(bool all);
  void take(const QString& value);
  void paintPills();
  void paintHint(QPainter& painter, const QRect& box);
  [[nodiscard]] QStringList shownValues() const;
  [[nodiscard]] QSize fittingSize() const;

  std::vector<audience::CommonValue> m_common;
  Source m_source;
  QStandardItemModel* m_offered;
  QCompleter* m_completer;
  QAction* m_calendar;
  bool m_several = false;
  bool m_fitting = false;
  bool m_day = false;
};

}  // namespace heliograph::ui
