/** Made from mjml/plain.mjml by scripts/check/mail-templates.mjs: change that. */
export const plain = `<!doctype html>
<html lang="<%= it.lang %>" dir="auto" xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<title><%= it.subject %></title>
<!--[if !mso]><!-->
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<!--<![endif]-->
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style type="text/css">
#outlook a { padding:0; }
body { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; }
table, td { border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt; }
img { border:0;height:auto;line-height:100%; outline:none;text-decoration:none;-ms-interpolation-mode:bicubic; }
p { display:block;margin:13px 0; }
</style>
<!--[if mso]>
<noscript>
<xml>
<o:OfficeDocumentSettings>
<o:AllowPNG/>
<o:PixelsPerInch>96</o:PixelsPerInch>
</o:OfficeDocumentSettings>
</xml>
</noscript>
<![endif]-->
<!--[if lte mso 11]>
<style type="text/css">
.mj-outlook-group-fix { width:100% !important; }
</style>
<![endif]-->
<style type="text/css">
@media only screen and (min-width:480px) {
.mj-column-per-100 { width:100% !important; max-width: 100%; }
}
</style>
<style media="screen and (min-width:480px)">
.moz-text-html .mj-column-per-100 { width:100% !important; max-width: 100%; }
</style>
<meta name="color-scheme" content="light">
<meta name="supported-color-schemes" content="light">
</head>
<body  style="word-spacing:normal;background-color:#f2f4f7;">
<div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;"><%= it.preheader %></div>
<div
aria-label="<%= it.subject %>" aria-roledescription="email" role="article" lang="<%= it.lang %>" dir="auto" style="word-spacing:normal;background-color:#f2f4f7;"
>
<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" class="" role="presentation" style="width:640px;" width="640" bgcolor="#ffffff" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  style="background:#ffffff;background-color:#ffffff;margin:0px auto;max-width:640px;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:#ffffff;background-color:#ffffff;width:100%;"
>
<tbody>
<tr>
<td
style="direction:ltr;font-size:0px;padding:16px 8px 24px;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:624px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" width="100%"
>
<tbody>
<tr>
<td  style="vertical-align:top;padding:0;">
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="" width="100%"
>
<tbody>
<tr>
<td
align="left" style="font-size:0px;padding:8px 16px;word-break:break-word;"
>
<div
style="font-family:-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', Arial, sans-serif;font-size:14px;line-height:1.5;text-align:left;color:#475467;"
><%= it.product %></div>
</td>
</tr>
<tr>
<td
align="left" style="font-size:0px;padding:8px 16px;word-break:break-word;"
>
<div
style="font-family:-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1a1a1a;"
><h1 style="margin:0;font-size:20px;line-height:1.35;font-weight:700"><%= it.subject %></h1></div>
</td>
</tr>
<% for (const { heading, lines } of it.blocks) { %><% if (heading) { %>
<tr>
<td
align="left" style="font-size:0px;padding:12px 16px 0;word-break:break-word;"
>
<div
style="font-family:-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1a1a1a;"
><h2 style="margin:0;font-size:17px;line-height:1.4;font-weight:700"><%= heading %></h2></div>
</td>
</tr>
<% } %>
<tr>
<td
align="left" style="font-size:0px;padding:4px 16px;word-break:break-word;"
>
<div
style="font-family:-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1a1a1a;"
><% for (const { indent, text } of lines) { %><div style="overflow-wrap:anywhere;padding:2px 0 2px <%= indent ? '16px' : '0' %>"><%= text %></div><% } %></div>
</td>
</tr>
<% } %>
</tbody>
</table>
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</div>
</body>
</html>
`;
