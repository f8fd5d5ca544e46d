// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/lists/list_import_dialog.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "audience/import_preview.h"
#include "audience/lists/custom_list_repository.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {
constexpr int kListDialogWidth = 460;
}

ListImportDialog::ListImportDialog(Services& services, const QString& file, const QString& replaced, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_file(file),
      m_replaced(replaced),
      m_name(new QLineEdit(replaced.isEmpty() ? QFileInfo(file).completeBaseName() : replaced)),
      m_column(new QComboBox),
      m_said(new Label({}, TypeRole::Hint, Ink::Text2)),
      m_run(new Button(replaced.isEmpty() ? tr("Import") : tr("Replace"), ButtonRole::Primary)) {
  setObjectName(QStringLiteral("list.dialog"));
  setWindowTitle(replaced.isEmpty() ? tr("Import a list") : tr("Replace “%1”").arg(replaced));
  m_name->setObjectName(QStringLiteral("list.name"));
  m_name->setMinimumHeight(size::Field);
  m_name->setReadOnly(!replaced.isEmpty());
  m_column->setObjectName(QStringLiteral("list.column"));
  m_column->setMinimumHeight(size::Field);
  m_said->setObjectName(QStringLiteral("list.said"));
  m_said->setWordWrap(true);
  m_run->setObjectName(QStringLiteral("list.run"));
  m_run->setDefault(true);
  setMinimumWidth(kListDialogWidth);
  arrange();
  connect(m_run, &Button::clicked, this, &ListImportDialog::run);
  readColumns();
}

ListImportDialog::~ListImportDialog() {
  m_cancel.cancel();
}

void ListImportDialog::arrange() {
  auto* close = new Button(tr("Cancel"));
  connect(close, &Button::clicked, this, &QDialog::reject);
  auto* foot = new QHBoxLayout;
  foot->addStretch();
  foot->addWidget(close);
  foot->addWidget(m_run);
  auto* note = new Label(tr("Only people who are in your contacts come onto a list. Nobody is added or changed."),
                         TypeRole::Hint, Ink::Text3);
  note->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Large);
  column->setSpacing(size::Small);
  column->addWidget(new Label(windowTitle(), TypeRole::Title));
  column->addWidget(note);
  column->addSpacing(size::Small);
  column->addWidget(makeFieldLabel(tr("Name of the list"), m_name));
  column->addWidget(m_name);
  column->addWidget(makeFieldLabel(tr("Column with the identities"), m_column));
  column->addWidget(m_column);
  column->addWidget(m_said);
  column->addSpacing(size::Small);
  column->addLayout(foot);
}

void ListImportDialog::say(const QString& words, bool problem) {
  m_said->setInk(problem ? Ink::Problem : Ink::Text2);
  m_said->setText(words);
}

void ListImportDialog::readColumns() {
  say(tr("Reading the file…"), false);
  m_run->setEnabled(false);
  m_services.background
      .run([&database = m_services.database, file = m_file] { return audience::previewImport(file, database); })
      .then(this, [this](const Result<audience::ImportPreview>& preview) {
        if (!preview) return say(preview.error().message, true);
        m_column->addItem(tr("Found by its name"), QString());
        for (const QString& name : preview->header) m_column->addItem(name, name);
        m_run->setEnabled(true);
        say({}, false);
      });
}

void ListImportDialog::run() {
  const QString name = m_name->text().trimmed();
  audience::ListImportOptions options;
  options.column = m_column->currentData().toString();
  m_run->setEnabled(false);
  say(tr("Importing…"), false);
  m_services.background
      .run([services = m_services, name, file = m_file, options, fresh = m_replaced.isEmpty(),
            cancel = m_cancel]() -> Result<audience::ListImportReport> {
        if (fresh && audience::CustomListRepository(services.database, services.clock).find(name)) {
          return fail(ErrorCode::Conflict, tr("There is a list “%1” already. Choose another name.").arg(name));
        }
        return audience::CustomListImport(services.database, services.clock).run(name, file, options, cancel);
      })
      .then(this, [this, name](const Result<audience::ListImportReport>& report) {
        m_run->setEnabled(true);
        if (!report) return say(report.error().message, true);
        Q_EMIT imported(name, *report);
        accept();
      });
}

}  // namespace heliograph::ui
