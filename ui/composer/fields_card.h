// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <functional>
#include <optional>
#include <vector>

#include "campaign/issue.h"
#include "campaign/provider_fields.h"
#include "editors/property_choice.h"
#include "providers/asked_fields.h"
#include "ui/widgets/card.h"

class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace heliograph::editors {
class TokenField;
}

namespace heliograph::ui {

class CampaignDocument;
class Label;
class LinkButton;

/// What the providers of the campaign's route ask for beside the text, of the copy that is edited: the template with
/// its ID, its approved text and its variables in their sentence, then named values in their blocks. Shown while they
/// ask for anything.
class FieldsCard final : public Card {
  Q_OBJECT
 public:
  explicit FieldsCard(CampaignDocument& document, QWidget* parent = nullptr);

  /// Shows what is asked for and what is wrong with it; `usable` offers to write the approved text as the message.
  void show(const std::optional<providers::AskedFields>& asked, const std::vector<campaign::Issue>& issues,
            bool usable);
  using Card::show;
  void setProperties(const std::vector<editors::PropertyChoice>& properties);
  /// Puts the focus into a field by its name in issues, or into the first one; false if it isn't here.
  bool focusField(const QString& place, int offset = -1);

 Q_SIGNALS:
  /// The approved text is to be the message.
  void useRequested(const QByteArray& source);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  using Fields = campaign::ProviderFields;
  /// What the controls are made for; they are made anew when it changes.
  struct Shape {
    std::optional<providers::AskedFields> asked;
    int copy = 0;
    QStringList sentence;  ///< fixed words and places of the approved text
    int variables = 0;
    QStringList pairs;  ///< block and number of each own one
    bool operator==(const Shape&) const = default;
  };
  /// A block of named values.
  struct Block {
    QString place;
    std::vector<campaign::KeyValue> Fields::*member;
    QStringList keys;
    bool personal = true;
    QString title;
    QString hint;
  };

  void makeTemplate();
  void build();
  void buildVariables();
  void buildSentence();
  void buildVariableRows();
  void buildBlock(const Block& block);
  void buildPair(const Block& block, QGridLayout& grid, int row, const campaign::KeyValue& pair, std::size_t number);
  [[nodiscard]] QWidget* makeValueField(const QString& place, const QString& name, const QString& words,
                                        const QByteArray& value, std::function<void(Fields&, const QByteArray&)> write);
  [[nodiscard]] QLineEdit* makePlainField(const QString& place, const QString& name, const QString& words,
                                          const QByteArray& value,
                                          std::function<void(Fields&, const QByteArray&)> write);
  [[nodiscard]] std::vector<Block> blocks() const;
  [[nodiscard]] Shape shape() const;
  /// The fields that the controls show: those in force, so that every key has its pair.
  [[nodiscard]] Fields shown() const;
  void change(const QString& place, const QString& words, const std::function<void(Fields&)>& act);
  void showValues();
  [[nodiscard]] QString issuePlace(const QString& place) const;
  void showProblems(const std::vector<campaign::Issue>& issues);
  void applyTheme();

  CampaignDocument& m_document;
  std::optional<providers::AskedFields> m_asked;
  Shape m_shape;
  std::vector<editors::PropertyChoice> m_properties;
  QWidget* m_template;
  QLineEdit* m_id = nullptr;
  QPlainTextEdit* m_approved = nullptr;
  LinkButton* m_use = nullptr;
  QWidget* m_contents = nullptr;
  QHash<QString, editors::TokenField*> m_values;  ///< by place
  QHash<QString, QLineEdit*> m_lines;             ///< plain values and names, by place
  QHash<QString, std::function<QByteArray(const Fields&)>> m_reads;
  std::vector<QWidget*> m_order;  ///< of the controls by Tab
};

}  // namespace heliograph::ui
