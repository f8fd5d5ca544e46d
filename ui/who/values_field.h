// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <vector>

#include "audience/property_values.h"

class QCompleter;
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
  void setValues(const QStringList& values);
  [[nodiscard]] QStringList values() const;
  /// What can be completed, with how many people have it.
  void offer(const std::vector<audience::CommonValue>& values);

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

  std::vector<audience::CommonValue> m_common;
  QStandardItemModel* m_offered;
  QCompleter* m_completer;
  bool m_several = false;
};

}  // namespace heliograph::ui
