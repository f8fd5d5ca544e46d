// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/fields/fields_card.h"

#include <QVBoxLayout>

#include "ui/campaign_document.h"
#include "ui/composer/fields/pair_fields.h"
#include "ui/composer/fields/template_fields.h"

namespace heliograph::ui {

FieldsCard::FieldsCard(CampaignDocument& document, QWidget* parent)
    : Card(parent), m_document(document), m_template(new TemplateFields(document)), m_pairs(new PairFields(document)) {
  setObjectName(QStringLiteral("what.fields"));
  setAccessibleName(tr("What the provider asks for"));
  body()->addWidget(m_template);
  body()->addWidget(m_pairs);
  connect(m_template, &TemplateFields::useRequested, this, &FieldsCard::useRequested);
  hide();
}

void FieldsCard::show(const std::optional<providers::AskedFields>& asked, const std::vector<campaign::Issue>& issues,
                      bool usable) {
  if (asked) {
    m_template->show(*asked, issues, usable);
    m_pairs->show(*asked, issues);
  }
  setVisible(asked && (!m_template->isHidden() || !m_pairs->isHidden()));
}

void FieldsCard::setProperties(const std::vector<editors::PropertyChoice>& properties) {
  m_template->setProperties(properties);
  m_pairs->setProperties(properties);
}

bool FieldsCard::focusField(const QString& field) {
  if (isHidden()) return false;
  // "body.uid" of a further copy is "body.uid:1"; a name may have a colon of its own.
  QString place = field;
  const qsizetype colon = field.lastIndexOf(QLatin1Char(':'));
  bool isCopy = false;
  const int copy = colon < 0 ? 0 : field.mid(colon + 1).toInt(&isCopy);
  if (isCopy && copy < campaign::copyCount(m_document.campaign().variants)) {
    m_document.showCopy(copy);
    place = field.left(colon);
  }
  if (m_template->focusField(place) || m_pairs->focusField(place)) return true;
  if (place != QLatin1String("provider_fields")) return false;
  m_template->isHidden() ? m_pairs->focusFirst() : m_template->focusFirst();
  return true;
}

}  // namespace heliograph::ui
