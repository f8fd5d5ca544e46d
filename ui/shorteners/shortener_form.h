// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "providers/provider.h"
#include "ui/shorteners/store_shortener.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace heliograph::ui {

class Label;
class SettingsForm;

/// The fields of a link shortener: its kind, its name, what its definition asks for, and how long its links are.
class ShortenerForm final : public QWidget {
  Q_OBJECT
 public:
  explicit ShortenerForm(const providers::DefinitionCatalog& kinds, QWidget* parent = nullptr);

  /// Shows a shortener; one without an id is new.
  void show(const providers::Shortener& shortener);
  /// As it is typed.
  [[nodiscard]] TypedShortener typed() const;
  /// Whether it can be saved; what is wrong is shown at its field, which gets the focus. What concerns no field of
  /// the definition is returned as sentences.
  [[nodiscard]] QString problems();
  void setShortLength(int length);
  [[nodiscard]] int shortLength() const;
  void focusFirst();

 Q_SIGNALS:
  void edited();

 private:
  void chooseKind();
  void refreshConditions();
  [[nodiscard]] const providers::ProviderDefinition& kind() const;
  [[nodiscard]] std::vector<providers::FieldError> errors() const;

  const providers::DefinitionCatalog& m_kinds;
  providers::Shortener m_before;
  QComboBox* m_kind;
  Label* m_summary;
  QLineEdit* m_name;
  Label* m_nameHint;
  QWidget* m_server;
  QLineEdit* m_baseUrl;
  SettingsForm* m_settings;
  QSpinBox* m_length;
  QCheckBox* m_default;
};

}  // namespace heliograph::ui
