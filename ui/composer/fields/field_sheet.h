// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>
#include <functional>
#include <optional>
#include <vector>

#include "campaign/issue.h"
#include "campaign/provider_fields.h"
#include "editors/property_choice.h"

class QLineEdit;
class QVBoxLayout;

namespace heliograph::editors {
class TokenField;
}

namespace heliograph::ui {

class CampaignDocument;
class Label;

/// Fields for what goes to the provider beside the copy that is edited. Each writes its value as a named step of the
/// one history and shows it again; they are made anew when others are asked for.
class FieldSheet final : public QWidget {
  Q_OBJECT
 public:
  using Fields = campaign::ProviderFields;
  /// One value.
  struct Input {
    QString place;  ///< as issues call it; an own pair by its number, "body.own.0"
    QString name;   ///< for assistive technology
    QString step;   ///< what a change of it is called in the history
    std::function<QByteArray(const Fields&)> read;
    std::function<void(Fields&, const QByteArray&)> write;
  };

  explicit FieldSheet(CampaignDocument& document, QWidget* parent = nullptr);

  /// Makes everything anew: `fill` lays it out by the functions below. The focus stays in the field of the same name.
  void rebuild(const std::function<void(QVBoxLayout&)>& fill);
  [[nodiscard]] bool isBuilt() const { return m_contents != nullptr; }
  /// A field whose value can be personalised, and its part that has the focus.
  [[nodiscard]] QWidget* makeValueField(const Input& input);
  [[nodiscard]] QWidget* editorOf(const QString& place) const;
  /// A field for a plain value.
  [[nodiscard]] QLineEdit* makeLine(const Input& input);
  [[nodiscard]] QLineEdit* lineOf(const QString& place) const { return m_lines.value(place); }
  /// Puts a button into the Tab order behind what was made before it.
  void addControl(QWidget* control) { m_order.push_back(control); }

  /// Changes the fields of the copy that is edited. What nobody asks for now stays in them, for when it is asked again.
  void change(const QString& place, const QString& step, const std::function<void(Fields&)>& act);
  void showValues();
  /// Marks the stretches of values that the issues are about.
  void showProblems(const std::vector<campaign::Issue>& issues);
  void setProperties(const std::vector<editors::PropertyChoice>& properties);
  /// Puts the focus into a field; false if it isn't here.
  bool focusField(const QString& place);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  [[nodiscard]] QString issuePlace(const QString& place) const;
  void arrangeTabs();
  void applyTheme();

  CampaignDocument& m_document;
  std::optional<std::vector<editors::PropertyChoice>> m_properties;  ///< none until they are known
  QWidget* m_contents = nullptr;
  QHash<QString, editors::TokenField*> m_values;
  QHash<QString, QLineEdit*> m_lines;
  QHash<QString, Input> m_inputs;
  std::vector<QWidget*> m_order;
};

/// A small line of words over fields.
[[nodiscard]] Label* makeFieldsHint(const QString& text);

}  // namespace heliograph::ui
