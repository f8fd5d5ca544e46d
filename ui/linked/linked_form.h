// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/linked/store_linked.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace heliograph::ui {

class Label;
class LinkedRows;

/// The fields of a source of linked content: name, address, how to sign in, headers, labels.
class LinkedForm final : public QWidget {
  Q_OBJECT
 public:
  explicit LinkedForm(QWidget* parent = nullptr);

  /// Shows a source; one without an id is new.
  void show(const library::LinkedSource& source);
  /// As it is typed.
  [[nodiscard]] TypedSource typed() const;
  /// Adds those labels that aren't there, neither by name nor by place.
  void fillLabels(const std::vector<library::LinkedLabel>& labels);
  void focusFirst();

 Q_SIGNALS:
  void edited();

 private:
  QWidget* makeSignIn();
  QWidget* makePrivate();
  void addPart(QVBoxLayout& column, const QString& title, QWidget* part, const QString& hint = {});
  void showSignIn();

  library::LinkedSourceId m_id;
  QLineEdit* m_name;
  Label* m_nameHint;
  QLineEdit* m_url;
  QComboBox* m_auth;
  QLineEdit* m_authName;
  QLineEdit* m_authSecret;
  LinkedRows* m_headers;
  LinkedRows* m_constants;
  LinkedRows* m_labels;
  QCheckBox* m_private;
  Label* m_privateWarning;
};

}  // namespace heliograph::ui
